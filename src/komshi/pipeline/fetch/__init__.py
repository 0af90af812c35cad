"""The only package that opens a connection to the network: feeds and pages, politely and within bounds."""
