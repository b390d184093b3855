#!/usr/bin/env bash
# Builds what is measured and prints the tables of docs/measurements.md.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. infra/install.sh
trap stop_step EXIT
need_dotnet
need_java
need_node
need_aot
need_packages infra/Local
step "Building"
quiet_step bash infra/publish.sh Shares.Api
quiet_step dotnet publish functions/Shares.Api -c Release -o artifacts/bench/Shares.Api -p:PublishAot=false --nologo
quiet_step dotnet build tests/Shares.Bench -c Release --nologo
step "Measuring"
dotnet run --no-build -c Release --project tests/Shares.Bench
