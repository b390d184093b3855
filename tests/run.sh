#!/usr/bin/env bash
# Installs what the tests need, builds everything once, runs every check and every tests/Shares.*.Tests program.
# The last line is "N passed, N failed" (", N skipped" when some were); the exit code is 0 only when nothing failed.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. infra/install.sh
. tests/jobs.sh

CONFIGURATION=Release
export CONFIGURATION
passed=0 failed=0 skipped=0
failures=()
LOGS=$(mktemp -d)
rm -f artifacts/permissions.txt artifacts/portal-budgets.txt

finish() {
  local status=$?
  trap - EXIT
  stop_step
  stop_jobs
  [ "$status" -eq 0 ] || [ "$failed" -gt 0 ] || fails "tests/run.sh stopped early (exit code $status)"
  if [ "$failed" -gt 0 ]; then
    printf '\nFailed:\n'
    printf '  %s\n' "${failures[@]}"
  fi
  rm -rf "$LOGS"
  local summary="$passed passed, $failed failed"
  [ "$skipped" -eq 0 ] || summary+=", $skipped skipped"
  printf '\n%s\n' "$summary"
  [ "$failed" -eq 0 ] && exit 0
  exit 1
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

passes() { passed=$((passed + 1)); say "passed: $1"; }
fails() { failed=$((failed + 1)); failures+=("$1"); say "FAILED: $1"; }
skips() { skipped=$((skipped + 1)); say "skipped: $1"; }

# A test that waits for what never comes must not take the others with it.
start_tests() {
  local program=tests/$1/bin/$CONFIGURATION/net10.0/$1.dll
  [ -f "$program" ] || { fails "$1 was not built"; return; }
  start_job "$1" tests_pass timeout -k 10 45m dotnet "$program" -noLogo -noColor
}

# Adds up what an xunit.v3 program says of itself: "Total: 9, Errors: 0, Failed: 1, Skipped: 0", or "Total: 0" alone.
tests_pass() {
  local name=$1 status=$2 log=$3 totals wrong line
  totals=$(grep -E "^ +${name//./\\.} +Total: [0-9]+" "$log" | tail -n 1)
  if [ -z "$totals" ]; then
    [ "$status" -ne 124 ] || fails "$name was stopped after 45 minutes"
    [ "$status" -eq 124 ] || fails "$name crashed or printed no totals (exit code $status)"
    return
  fi
  number() { sed -nE "s/.*$1: ([0-9]+).*/\1/p" <<<"$totals" | grep . || echo 0; }
  wrong=$(($(number Failed) + $(number Errors)))
  passed=$((passed + $(number Total) - $(number Failed) - $(number Skipped)))
  failed=$((failed + wrong))
  skipped=$((skipped + $(number Skipped)))
  while IFS= read -r line; do failures+=("$line"); done < <(sed -nE 's/^ *(.+) \[FAIL\].*/\1/p' "$log")
  [ "$wrong" -gt 0 ] || [ "$status" -eq 0 ] || fails "$name ended with exit code $status"
  [ "$(number Total)" -gt 0 ] || fails "$name holds no tests"
}

step "Checking this machine"
need_dotnet
need_java
need_node
need_aot
have objdump || apt_install "checking binaries needs objdump" binutils
need_packages infra/Local
need_packages tests/Shares.System.Tests/Clients/javascript
need_packages tests/Shares.Testing/Contract
need_chromium
have aws || apt_install "files are also read with the AWS CLI" awscli

step "Building ($CONFIGURATION)"
build_step Shares.sln -c "$CONFIGURATION" || { fails "build"; exit 1; }
passes "build without warnings"

if build_portal; then passes "portal: build"; else fails "portal: build"; fi

step "Checks and tests, $PLACES at a time"
. tests/check-aot.sh
. tests/check-templates.sh
. tests/check-portal.sh
end_jobs "functions publish as Native AOT code"
[ ! -x artifacts/publish/Shares.Functions/bootstrap ] || export SHARES_TESTS_NATIVE=true
# What takes longest begins first.
LONG=(Shares.System.Tests Shares.Api.Tests Shares.Model.Tests Shares.Data.Tests)
for name in "${LONG[@]}"; do start_tests "$name"; done
for project in tests/Shares.*.Tests/; do
  name=$(basename "$project")
  [[ " ${LONG[*]} " == *" $name "* ]] || start_tests "$name"
done
end_jobs

step "What roles allow and functions never did"
[ ! -f artifacts/permissions.txt ] || cat artifacts/permissions.txt
step "What the portal costs its readers"
[ ! -f artifacts/portal-budgets.txt ] || cat artifacts/portal-budgets.txt
