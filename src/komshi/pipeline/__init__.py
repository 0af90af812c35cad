"""The thinking part: articles in, readings, incidents and series out. It knows no framework, no language and no country."""
