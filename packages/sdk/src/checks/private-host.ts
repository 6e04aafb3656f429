/** Names and addresses that mean the sender's own machine or network. */
export const privateHost: RegExp =
  /^(?:localhost|.*\.(?:localhost|local|internal)|(?:127|10)(?:\.\d+){3}|192\.168(?:\.\d+){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d+){2}|169\.254(?:\.\d+){2}|0\.0\.0\.0|\[(?:::1?|f[cde][\da-f]{2}:.*)\])$/i;
