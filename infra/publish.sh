#!/usr/bin/env bash
# Publishes functions as Native AOT programs: artifacts/publish/{project}/bootstrap, what template.yaml deploys.
#   bash infra/publish.sh [PROJECT...]     without names: the functions of template.yaml. Shares.Functions is all of them as one program,
#                                          for the local system and tests
# Fails on a program that provided.al2023 could not start, and on a zip over the budget.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly GLIBC_OF_AL2023=2.34
readonly ZIP_LIMIT_MB=12

[ $# -gt 0 ] || set -- Shares.Api Shares.Access Shares.Provisioning Shares.Canary Shares.Egress Shares.Billing

fail() { printf 'error: %s\n' "$*" >&2; exit 1; }

# Native AOT links with clang, else gcc, and with zlib.
need_linker() {
  { command -v clang || command -v gcc; } >/dev/null && [ -e /usr/include/zlib.h ] && return
  if ! command -v apt-get >/dev/null || [ "$(id -u)" -ne 0 ]; then
    fail "Native AOT needs clang and zlib's headers. Please install: clang zlib1g-dev (Debian, Ubuntu: sudo apt-get install clang zlib1g-dev)"
  fi
  export DEBIAN_FRONTEND=noninteractive
  apt-get install -y --no-install-recommends clang zlib1g-dev >/dev/null 2>&1 && return
  apt-get update >/dev/null && apt-get install -y --no-install-recommends clang zlib1g-dev >/dev/null
}

# The newest version of the C library that the program asks for.
glibc_of() {
  objdump -T "$1" | grep -oE 'GLIBC_[0-9.]+' | sed 's/GLIBC_//' | sort -Vu | tail -n 1
}

# Bytes of the program in the zip that Lambda gets; gzip compresses alike and is everywhere.
zipped_size_of() {
  gzip -c "$1" | wc -c
}

megabytes() { awk -v bytes="$1" 'BEGIN { printf "%.1f", bytes / 1048576 }'; }

need_linker
table=$(printf '%-22s %10s %10s %10s' function 'MB' 'MB zipped' GLIBC)
problems=()
for name in "$@"; do
  [ -f "functions/$name/$name.csproj" ] || fail "there is no functions/$name"
  folder=artifacts/publish/$name
  # What an earlier publish left must not be deployed.
  rm -rf "$folder"
  dotnet publish "functions/$name" -c Release -r linux-x64 -o "$folder" -p:BuiltAt="$(date -u +%Y-%m-%dT%H:%M:%SZ)" --nologo -v minimal
  program=$folder/bootstrap
  [ -x "$program" ] || fail "$name: $program was not made"

  glibc=$(glibc_of "$program")
  zipped=$(zipped_size_of "$program")
  table+=$(printf '\n%-22s %10s %10s %10s' "$name" "$(megabytes "$(wc -c <"$program")")" "$(megabytes "$zipped")" "$glibc")
  newest=$(printf '%s\n%s\n' "$glibc" "$GLIBC_OF_AL2023" | sort -V | tail -n 1)
  [ "$newest" = "$GLIBC_OF_AL2023" ] ||
    problems+=("$name needs GLIBC_$glibc, provided.al2023 has $GLIBC_OF_AL2023: publish on Debian 12 or Amazon Linux 2023")
  [ "$zipped" -le $((ZIP_LIMIT_MB * 1048576)) ] || problems+=("$name is over $ZIP_LIMIT_MB MB zipped")
done

printf '\n%s\n' "$table"
for problem in "${problems[@]}"; do printf 'error: %s\n' "$problem" >&2; done
[ ${#problems[@]} -eq 0 ]
