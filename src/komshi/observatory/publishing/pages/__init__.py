"""The public pages, one module a topic. They import the projection alone, so they show nothing that is not in it."""
