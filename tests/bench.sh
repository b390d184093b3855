#!/usr/bin/env bash
# Builds what is measured and prints the tables of docs/measurements.md.
#   bash tests/bench.sh                      all of them
#   bash tests/bench.sh start                cold start, memory and size of Api, next to the same program with the JIT
#   bash tests/bench.sh presign              presigned URLs, next to the AWS SDKs for .NET, Python and JavaScript
#   bash tests/bench.sh policies             sizes of the policies that enforce a share with 1 and with 100,000 datasets. Ends with 1
#                                            when they differ
#   bash tests/bench.sh egress               reading the trail, next to plain code and to Python; memory, units, and a month on paper
#   bash tests/bench.sh scale [1] [10] [100] what each use case costs the store at that many percent of the full size; without
#                                            numbers at all three. Ends with 1 when one costs more than its budget
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. infra/install.sh
trap stop_step EXIT

build_bench() {
  need_dotnet
  need_java
  need_node
  need_packages infra/Local
  step "Building"
  quiet_step dotnet build tests/Shares.Bench -c Release --nologo
}

run_bench() { dotnet run --no-build -c Release --project tests/Shares.Bench -- "$@"; }

start() {
  build_bench
  need_aot
  quiet_step bash infra/publish.sh Shares.Api
  quiet_step dotnet publish functions/Shares.Api -c Release -o artifacts/bench/Shares.Api -p:PublishAot=false --nologo
  step "Measuring the start of Api"
  run_bench start
}

presign() {
  build_bench
  need_aot
  need_packages tests/Shares.System.Tests/Clients/javascript
  # Only to compare with: the table says what was not measured, and why.
  python3 -c 'import boto3' 2>/dev/null || (apt_install "Comparing with boto3 needs it" python3-boto3) || true
  quiet_step bash infra/publish.sh Shares.Access
  step "Measuring presigned URLs"
  run_bench presign
}

policies() {
  build_bench
  step "Measuring policies"
  run_bench policies
}

egress() {
  build_bench
  need_aot
  quiet_step bash infra/publish.sh Shares.Egress
  step "Measuring the ledger of egress"
  run_bench egress
}

scale() {
  build_bench
  step "Measuring use cases on a large table"
  run_bench scale "$@"
}

case "${1:-all}" in
  all) start && presign && policies && egress && scale ;;
  start | presign | policies | egress | scale) "$@" ;;
  *) fail "usage: bash tests/bench.sh [start | presign | policies | egress | scale [1] [10] [100]]" ;;
esac
