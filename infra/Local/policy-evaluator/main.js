// Evaluates IAM policies for the local cloud: one JSON question a line on stdin, one JSON answer a line on stdout.
import { createInterface } from 'node:readline'
import { evaluate, isPublic, validate } from './evaluate.js'

const kinds = {
  evaluate: question => evaluate(question),
  validate: ({ policy, type, resource }) => ({ errors: validate(policy, type, resource) }),
  isPublic: ({ policy }) => ({ isPublic: isPublic(policy) }),
}

createInterface({ input: process.stdin, crlfDelay: Infinity }).on('line', line => {
  const { id, kind, ...question } = JSON.parse(line)
  let answer
  try {
    answer = kinds[kind](question)
  } catch (error) {
    answer = { failure: String(error?.message ?? error) }
  }
  process.stdout.write(JSON.stringify({ id, ...answer }) + '\n')
})
