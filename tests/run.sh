#!/usr/bin/env bash
# Installs what the tests need, builds everything once, runs every check and every tests/Shares.*.Tests program.
# The last line is "N passed, N failed" (", N skipped" when some were); the exit code is 0 only when nothing failed.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. infra/install.sh

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

# Adds up what an xunit.v3 program says of itself: "Total: 9, Errors: 0, Failed: 1, Skipped: 0", or "Total: 0" alone.
run_tests() {
  local name=$1 log=$LOGS/$1.log status=0 totals wrong line
  local program=tests/$name/bin/$CONFIGURATION/net10.0/$name.dll
  step "$name"
  [ -f "$program" ] || { fails "$name was not built"; return; }
  # A test that waits for what never comes must not take the others with it.
  run_step timeout -k 10 45m dotnet "$program" -noLogo -noColor >"$log" 2>&1 || status=$?
  cat "$log"
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
run_step dotnet build Shares.sln -c "$CONFIGURATION" --nologo -v minimal || { fails "build"; exit 1; }
passes "build without warnings"

step "Portal"
. tests/check-portal.sh
step "Native AOT"
. tests/check-aot.sh
step "Templates"
. tests/check-templates.sh

for project in tests/Shares.*.Tests/; do
  run_tests "$(basename "$project")"
done

step "What roles allow and functions never did"
[ ! -f artifacts/permissions.txt ] || cat artifacts/permissions.txt
step "What the portal costs its readers"
[ ! -f artifacts/portal-budgets.txt ] || cat artifacts/portal-budgets.txt
