# Sourced by run.sh: runs jobs side by side, since most of them wait as often as they compute. What a job prints is shown whole when it has ended.
PLACES=$(nproc)
[ "$PLACES" -le 4 ] || PLACES=4
declare -A JOB_NAMES=() JOB_JUDGES=()

# start_job NAME JUDGE COMMAND...: waits for a place. When the command has ended, calls JUDGE NAME STATUS LOG.
start_job() {
  local name=$1 judge=$2
  shift 2
  while [ ${#JOB_NAMES[@]} -ge "$PLACES" ]; do end_a_job; done
  say "started: $name"
  setsid "$@" </dev/null >"$(log_of "$name")" 2>&1 &
  JOB_NAMES[$!]=$name JOB_JUDGES[$!]=$judge
}

log_of() { printf '%s/%s.log' "$LOGS" "${1//[^A-Za-z.]/-}"; }

end_a_job() {
  local pid status=0 name judge
  wait -n -p pid "${!JOB_NAMES[@]}" || status=$?
  name=${JOB_NAMES[$pid]} judge=${JOB_JUDGES[$pid]}
  unset "JOB_NAMES[$pid]" "JOB_JUDGES[$pid]"
  step "$name"
  cat "$(log_of "$name")"
  "$judge" "$name" "$status" "$(log_of "$name")"
}

# Waits for all that has been started, or for the job NAME.
end_jobs() {
  while [ ${#JOB_NAMES[@]} -gt 0 ] && [[ $# -eq 0 || " ${JOB_NAMES[*]} " == *" $1 "* ]]; do end_a_job; done
}

# Every job is a process group of its own, so that what it started ends with it.
stop_jobs() {
  local pid
  for pid in "${!JOB_NAMES[@]}"; do kill -KILL -- "-$pid" 2>/dev/null || true; done
}
