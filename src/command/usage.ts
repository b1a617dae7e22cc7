export const usage = `docker-engine-sdk: Docker engines for people, programs and platforms

  docker-engine-sdk                     a prompt with \`docker\` connected; code on stdin where that is no terminal
  docker-engine-sdk -e CODE             evaluates JavaScript with \`docker\` in scope and prints the result as JSON
  docker-engine-sdk diagnose            how the engine was found, TLS, versions, credential helpers, what is wrong

  docker-engine-sdk connector run       one request, a line of JSON on stdin, and one answer on stdout
  docker-engine-sdk connector serve     many of them, by JSON-RPC 2.0
  docker-engine-sdk connector manifest splunk|fortisoar|xsoar|jsonschema

Which engine; by default the one that the docker CLI would speak with:
  -H, --host ADDRESS       unix:///path.sock, tcp://host:port, ssh://user@host …
  -c, --context NAME       a context of the docker CLI
      --api-version 1.43   default: the newest that both sides have
      --tlsverify          TLS, with the engine's certificate verified
      --tls                TLS, with any certificate
      --tlscacert FILE     the engine's authority; default: ca.pem in DOCKER_CERT_PATH or ~/.docker, and so are
      --tlscert FILE       the client's certificate
      --tlskey FILE        and its key; each of the three means --tlsverify

Output:
      --table              of -e: a table instead of JSON
      --json               of diagnose: for programs

  -v, --version
  -h, --help
`;
