#!/usr/bin/env bash
# Runs the whole system on this machine until Ctrl-C. Options: bash infra/run.sh --help
set -euo pipefail
# A script that starts this one in the background makes it deaf to Ctrl-C, which nothing but env can undo.
if [ -z "${SHARES_HEARS_SIGNALS:-}" ] && env --default-signal=INT true 2>/dev/null; then
  SHARES_HEARS_SIGNALS=1 exec env --default-signal=INT bash "${BASH_SOURCE[0]}" "$@"
fi
started_in=$PWD
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. infra/install.sh
CONFIGURATION=Release

trap stop_step EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

arguments=() native=false
while [ $# -gt 0 ]; do
  case $1 in
    --help | -h)
      cat <<'USAGE'
bash infra/run.sh                 demo data, everything in memory
bash infra/run.sh --data DIR      keeps data between runs
bash infra/run.sh --seed none     empty
bash infra/run.sh --port-base N   moves all ports (default 8000)
bash infra/run.sh --trail-seed N  which events of the trail come late, twice or out of order
bash infra/run.sh --aot           runs the functions as Native AOT code, as Lambda does
bash infra/run.sh --verbose       shows what the functions print
USAGE
      exit 0
      ;;
    --data | --seed | --port-base | --trail-seed)
      [ -n "${2:-}" ] || fail "$1 needs a value; see bash infra/run.sh --help"
      # A folder is meant from where the command was given.
      case $1$2 in --data/*) value=$2 ;; --data*) value=$started_in/$2 ;; *) value=$2 ;; esac
      arguments+=("$1" "$value")
      shift
      ;;
    --aot) native=true arguments+=(--aot) ;;
    --verbose) arguments+=(--verbose) ;;
    *) fail "$1 is not known; see bash infra/run.sh --help" ;;
  esac
  shift
done

step "Checking this machine"
need_dotnet
need_java
need_node
need_packages infra/Local
need_portal

if $native; then
  need_aot
  step "Publishing the functions as Native AOT"
  run_step bash infra/publish.sh Shares.Functions
fi
step "Building ($CONFIGURATION)"
build_step infra/Run.slnf -c "$CONFIGURATION" -clp:NoSummary ||
  fail "the build failed"

step "Starting"
# The program takes this script's place, so that signals reach it; whatever it starts ends with it.
exec "infra/Local/bin/$CONFIGURATION/net10.0/Shares.Local" "${arguments[@]}"
