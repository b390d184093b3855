# Sourced by run.sh: a function publishes without a warning and runs with the C library of provided.al2023 (2.34).
check_aot() {
  local name=$1 log=$LOGS/publish-$1.log needs
  if ! run_step bash infra/publish.sh "$name" >"$log" 2>&1; then
    tail -n 40 "$log"
    fails "$name publishes as Native AOT"
    return
  fi
  if grep -E ': (warning|error) ' "$log"; then
    fails "$name publishes without warnings"
  else
    passes "$name publishes as Native AOT without warnings"
  fi
  needs=$(objdump -T "artifacts/publish/$name/bootstrap" | grep -oE 'GLIBC_[0-9.]+' | sed 's/GLIBC_//' | sort -Vu | tail -n 1)
  if [ -n "$needs" ] && [ "$(printf '%s\n2.34\n' "$needs" | sort -V | tail -n 1)" = 2.34 ]; then
    passes "$name needs GLIBC_$needs, at most GLIBC_2.34"
  else
    fails "$name needs GLIBC_${needs:-?}, provided.al2023 has 2.34"
  fi
}

check_aot Shares.Api
