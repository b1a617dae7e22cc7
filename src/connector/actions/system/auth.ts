import { defineAction, settles } from "../../action.js";
import { inBody, text } from "../../field.js";
import { operation } from "../../operation-action.js";

const input = {
  username: text("Goes with password; not used with a token.", {
    place: inBody("username"),
    names: { xsoar: "authconfig_username" },
  }),
  password: text("Password or access token, in plain text.", {
    place: inBody("password"),
    names: { xsoar: "authconfig_password" },
    secret: true,
  }),
  email: text("Not needed any more, and ignored.", {
    place: inBody("email"),
    names: { xsoar: "authconfig_email" },
    until: "1.51",
  }),
  serveraddress: text("host[:port] of the registry; Docker Hub is https://index.docker.io/v1/.", {
    place: inBody("serveraddress"),
    otherwise: "https://index.docker.io/v1/",
    names: { xsoar: "authconfig_serveraddress" },
  }),
};

export const auth = defineAction({
  name: "auth",
  title: "Registry login check",
  description:
    "Tries credentials on a registry. It may answer with a token to use in their place. The engine keeps neither.",
  category: "system",
  effect: settles,
  platforms: {
    fortisoar: { operation: "auth" },
    xsoar: { command: "docker-system-auth", prefix: "Docker.SystemAuthResponse" },
  },
  input,
  output: {
    Status: text("A sentence for people.", { required: true }),
    IdentityToken: text(
      "Token to use in place of the password from now on; empty where the registry gives none.",
    ),
  },
  run: operation(
    "SystemAuth",
    input,
    ({ serveraddress }, [answer]) =>
      `${serveraddress ?? "Docker Hub"} takes the credentials: ${answer?.Status}.`,
  ),
});
