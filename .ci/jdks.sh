# Finds JDKs. Sourced.

jdk_home() { # major version; JDK17_HOME and the like come first
  local named="JDK$1_HOME" home
  if [ -n "${!named:-}" ]; then
    printf '%s\n' "${!named}"
    return
  fi
  for home in /usr/lib/jvm/*/; do
    if grep -qs "^JAVA_VERSION=\"$1[.\"]" "$home/release" && [ -x "$home/bin/javac" ]; then
      printf '%s\n' "${home%/}"
      return
    fi
  done
  echo "no JDK $1 in /usr/lib/jvm; set $named" >&2
  return 1
}
