import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

// The package's public function drops context keys that AWS's service reference does not list for a resource type, and
// s3:DataAccessPointArn on a bucket's object is one of them; its core takes the context as it is.
const require = createRequire(import.meta.url)
const entry = require.resolve('@cloud-copilot/iam-simulate')
const part = path => require(join(dirname(entry), path))
const { analyzeIdentityPolicies, analyzeResourcePolicy } = part('core_engine/CoreSimulatorEngine.js')
const { AwsRequestImpl } = part('request/request.js')
const { RequestContextImpl } = part('requestContext.js')
const { DiscoveryContextKeyConstraints } = part('context_keys/discoveryContextKeyConstraints.js')
const { classifyS3RuntimePublicBucketPolicy } = part('services/s3/s3BlockPublicAccess.js')
const { loadPolicy, validateIdentityPolicy, validateResourcePolicy, validateTrustPolicy } =
  createRequire(entry)('@cloud-copilot/iam-policy')

// The package compares names by localeCompare with options, which makes a collator for each call and takes most of a decision's time.
const collator = new Intl.Collator(undefined, { sensitivity: 'accent' })
const { localeCompare } = String.prototype
String.prototype.localeCompare = function (other, locales, options) {
  const isTheirs = locales === undefined && options?.sensitivity === 'accent' && Object.keys(options).length === 1
  return isTheirs ? collator.compare(this, other) : localeCompare.call(this, other, locales, options)
}

const account = '111122223333'
const strict = { simulationMode: 'Strict', discoveryContextKeyConstraints: new DiscoveryContextKeyConstraints([]) }
const loaded = new Map()

/** Policies are parsed once; the oldest goes when there are many. */
function load(text) {
  let policy = loaded.get(text)
  if (!policy) {
    policy = loadPolicy(JSON.parse(text), { name: 'policy' })
    loaded.set(text, policy)
    if (loaded.size > 2000) loaded.delete(loaded.keys().next().value)
  }
  return policy
}

/** The patterns that policies become match no line breaks, but object keys may hold them. */
const oneLine = value => (Array.isArray(value) ? value.map(oneLine) : value.replace(/[\n\r\u2028\u2029]/g, '\u2424'))

function requestOf({ principal, action, resource, context }) {
  const values = Object.fromEntries(Object.entries(context).map(([key, value]) => [key, oneLine(value)]))
  const request = new AwsRequestImpl(
    principal, { resource: oneLine(resource), accountId: account }, action, new RequestContextImpl(values), resource === '*')
  // An asterisk in an object's key is a character; the package takes it for a question about many resources.
  const target = request.resource
  target.hasWildcards = () => false
  Object.defineProperty(request, 'resource', { value: target })
  return request
}

/** What the policies of one kind say by themselves: Allowed, AllowedForAccount, ExplicitlyDenied, DeniedForAccount or something else for nothing. */
export function evaluate(question) {
  const request = requestOf(question)
  const policies = question.policies.map(load)
  const { result } = question.type === 'resource'
    ? analyzeResourcePolicy(policies[0], request, false, strict)
    : analyzeIdentityPolicies(policies, request, strict, 'identity')
  return { result }
}

const validators = { identity: validateIdentityPolicy, resource: validateResourcePolicy, trust: validateTrustPolicy }

/** What is wrong with a policy as people or programs wrote it; empty when nothing is. */
export function validate(text, type, resource) {
  let document
  try {
    document = JSON.parse(text)
  } catch {
    return ['This policy contains invalid Json']
  }
  if (typeof document !== 'object' || document === null || !document.Statement) return ['Missing required field Statement']
  const errors = validators[type](document).map(error => `${error.path}: ${error.message}`)
  if (errors.length > 0 || type !== 'resource') return errors
  return [document.Statement].flat().flatMap(statement => resourceErrors(statement, resource))
}

/** S3 takes statements about the bucket or access point itself and what is in it only. */
function resourceErrors(statement, resource) {
  if (!statement.Principal && !statement.NotPrincipal) return ['Missing required field Principal']
  if (!statement.Action && !statement.NotAction) return ['Missing required field Action']
  const resources = [statement.Resource ?? statement.NotResource ?? []].flat()
  if (resources.length === 0) return ['Missing required field Resource']
  return resources.every(arn => arn === resource || arn.startsWith(`${resource}/`)) ? [] : ['Policy has invalid resource']
}

const positive = new Set(['ArnLike', 'ArnEquals', 'StringLike', 'StringEquals'])

/** Limits to access points of a fixed account, which S3 does not count as public (wildcards in the name are fine). */
function isLimitedToAccessPoints(statement) {
  const conditions = Object.entries(statement.Condition ?? {})
    .filter(([operator]) => positive.has(operator))
    .flatMap(([, keys]) => Object.entries(keys))
  return conditions.some(([key, values]) => {
    const pattern = { 's3:dataaccesspointarn': /^arn:aws:s3:[^:]*:\d{12}:/, 's3:dataaccesspointaccount': /^\d{12}$/ }[key.toLowerCase()]
    return pattern && [values].flat().every(value => pattern.test(value))
  })
}

export function isPublic(text) {
  const document = JSON.parse(text)
  const Statement = [document.Statement].flat().filter(statement => !isLimitedToAccessPoints(statement))
  return classifyS3RuntimePublicBucketPolicy(loadPolicy({ ...document, Statement })).result === 'public'
}
