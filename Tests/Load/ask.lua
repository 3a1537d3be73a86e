-- POSTs the questions of a JSON Lines file (QUESTIONS in the environment), one after another.
local requests = {}
local next_request = 0

function init()
  for line in io.lines(os.getenv("QUESTIONS")) do
    local text = line:match('"text": *"(.-[^\\])"')
    if text and #requests < 100 then
      local body = '{"question":"' .. text .. '"}'
      requests[#requests + 1] =
        wrk.format("POST", "/ask", { ["Content-Type"] = "application/json" }, body)
    end
  end
  next_request = math.random(#requests)
end

function request()
  next_request = next_request % #requests + 1
  return requests[next_request]
end

function response(status)
  if status ~= 200 then io.stderr:write("status " .. status .. "\n") end
end
