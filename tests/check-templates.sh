# Sourced by run.sh: the CloudFormation templates are valid. cfn-lint is taken from PATH, else put into artifacts/ once.
find_cfn_lint() {
  local home=artifacts/cfn-lint
  cfn_lint=$(command -v cfn-lint) && "$cfn_lint" --version >/dev/null 2>&1 && return
  cfn_lint=$home/bin/cfn-lint
  [ -x "$cfn_lint" ] && return
  have python3 || return 1
  quiet_step python3 -m venv "$home" 2>/dev/null &&
    quiet_step "$home/bin/pip" install --quiet --retries 1 --timeout 15 cfn-lint 2>/dev/null
}

templates_pass() {
  if [ "$2" -eq 0 ]; then passes "$1"; else fails "$1"; fi
}

check_templates() {
  local cfn_lint templates
  templates=$(find . -maxdepth 1 -name template.yaml; find infra -maxdepth 1 -name '*.yaml')
  if [ -z "$templates" ]; then
    fails "template.yaml is missing"
  elif ! find_cfn_lint; then
    skips "cfn-lint (not installed, and pip could not install it)"
  else
    start_job "cfn-lint finds nothing in $(wc -w <<<"$templates") template(s)" templates_pass "$cfn_lint" $templates
  fi
}

check_templates
