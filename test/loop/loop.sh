# A loop for images that have a shell and nothing else. Scripts are commands for that shell, without quotes and backslashes,
# and have say, result and ask for what goes out. It ends with its stdin.

tell() { printf '%s\n' "$1"; }
say() { tell "{\"type\":\"entryLog\",\"args\":{\"message\":\"$*\"}}"; }
result() { tell "{\"type\":\"result\",\"results\":[{\"Type\":1,\"Contents\":\"$*\",\"ContentsFormat\":\"text\"}]}"; }

# Gives what was answered in $answer, and false where the answer is an error.
ask() {
  tell "{\"type\":\"executeCommand\",\"command\":\"$1\",\"args\":{}}"
  IFS= read -r answer || exit 0
  case "$answer" in *'$$##'*) return 1 ;; esac
}

fail() { tell "{\"type\":\"exception\",\"args\":{\"exception\":[\"$*\"]}}"; }

while IFS= read -r line; do
  if [ "$line" = ping ]; then
    tell '{"type":"pong"}'
    continue
  fi
  case "$line" in
    *'"script":"'*'"native":'*) ;;
    *) echo "no request: $line" >&2; exit 1 ;;
  esac
  script=$(printf '%s\n' "$line" | sed 's/.*"script":"\([^"]*\)".*/\1/')
  eval "$script"
  tell '{"type":"completed"}'
  case "$line" in *'"native":true'*) exit 0 ;; esac
done
