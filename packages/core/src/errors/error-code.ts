/**
 * What went wrong, as a stable word that programs may switch on.
 *
 * The list grows with the API; a `switch` over it needs a `default`.
 */
export type ErrorCode =
  // the caller's key or permissions
  | 'missing_api_key'
  | 'unauthorized'
  | 'credential_unavailable'
  | 'payment_required'
  | 'insufficient_buzz'
  | 'max_cost_exceeded'
  | 'forbidden'
  | 'early_access'
  | 'region_blocked'
  // signing in (OAuth)
  | 'state_mismatch'
  | 'access_denied'
  | 'authorization_pending'
  | 'expired_token'
  | 'slow_down'
  | 'invalid_grant'
  | 'invalid_token'
  | 'invalid_client'
  | 'unauthorized_client'
  | 'invalid_scope'
  | 'insufficient_scope'
  | 'origin_not_allowed'
  | 'unsupported_grant_type'
  // the request
  | 'invalid_argument'
  | 'invalid_request'
  | 'method_not_allowed'
  | 'conflict'
  | 'not_found'
  | 'gone'
  // limits
  | 'rate_limited'
  | 'page_limit_exceeded'
  | 'quota_exceeded'
  // the server
  | 'server_error'
  | 'bad_gateway'
  | 'service_unavailable'
  | 'gateway_timeout'
  | 'http_error'
  // the network and the clock
  | 'connection_failed'
  | 'insecure_connection'
  | 'timeout'
  | 'attempt_timeout'
  | 'body_stalled'
  | 'client_closed'
  | 'circuit_open'
  // an answer that is not what the contract says
  | 'unexpected_content_type'
  | 'invalid_json'
  | 'empty_response'
  | 'response_too_large'
  | 'unexpected_shape'
  | 'unmapped_fields'
  | 'unexpected_redirect'
  | 'error_with_status_200'
  | 'estimate_returned'
  | 'repeated_cursor'
  | 'too_many_empty_pages'
  // a workflow that was waited for
  | 'workflow_failed'
  | 'workflow_expired'
  | 'workflow_canceled'
  | 'workflow_gone'
  // files on this machine
  | 'file_exists'
  | 'disk_full'
  | 'not_writable'
  | 'write_failed'
  | 'incomplete_download'
  | 'oversized_download'
  // what was posted to a callback
  | 'invalid_event'
  // set-up
  | 'invalid_configuration'
  | 'already_registered'
  | (string & {});
