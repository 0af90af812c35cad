// The time line: two handles that stay in step with the selects "from" and "to" of the filter, and say their month in words.
const since = document.getElementById("since");
const until = document.getElementById("until");

/** Shows the time line over the months of the selects; calls `changed` when a handle has moved. Returns what brings it in step. */
export function period(form, changed) {
  const box = document.getElementById("period");
  const { from, to } = form.elements;
  const months = [...from.options].slice(1);
  const last = months.length - 1;
  const index = (select, otherwise) => (select.value ? months.findIndex((month) => month.value === select.value) : otherwise);
  const inStep = () => {
    const ends = [index(from, 0), index(to, last)];
    [since, until].forEach((handle, i) => {
      handle.value = ends[i];
      handle.setAttribute("aria-valuetext", months[ends[i]].text);
    });
    document.getElementById("period-words").textContent = [...new Set(ends.map((end) => months[end].text))].join(" – ");
  };
  if (last < 1) return () => {};
  for (const handle of [since, until]) Object.assign(handle, { min: 0, max: last, step: 1 });
  box.hidden = false;
  let waiting;
  for (const handle of [since, until]) handle.addEventListener("input", () => {
    const end = handle === since ? Math.min(since.valueAsNumber, until.valueAsNumber) : Math.max(since.valueAsNumber, until.valueAsNumber);
    if (handle === since) from.value = end === 0 ? "" : months[end].value;
    else to.value = end === last ? "" : months[end].value;
    inStep();
    clearTimeout(waiting);
    waiting = setTimeout(changed, 250);
  });
  return inStep;
}
