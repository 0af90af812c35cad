"""The thinking part: articles in; readings, incidents and series out. No framework, no language and no country."""
