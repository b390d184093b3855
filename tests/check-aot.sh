# Sourced by run.sh: the functions publish as Native AOT code without a warning, for the C library of provided.al2023 (infra/publish.sh looks at that).
publishes_as_aot() {
  local name=$1 status=$2 log=$3
  if [ "$status" -ne 0 ]; then
    fails "$name"
  elif grep -qE ': (warning|error) ' "$log"; then
    fails "$name: without warnings"
  else
    passes "$name, without warnings"
  fi
}

start_job "functions publish as Native AOT code" publishes_as_aot bash infra/publish.sh Shares.Functions
