-- Asks /health/live a few hundred times a second: how quick the server is to say anything at all.
wrk.path = "/health/live"

function delay() return 10 end
