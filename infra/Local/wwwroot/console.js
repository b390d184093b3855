import { Api } from './api.js';
import { claimsOf, finishSignIn, startSignIn } from './signin.js';
import { badge, button, complain, element, say, size, table } from './view.js';

const byId = id => document.getElementById(id);
const access = share => share.isViewRestricted ? 'analyze only' : 'view, download, analyze';
const types = { PUBLISHER: 'published', SUBSCRIBER: 'subscribed', AVAILABLE: 'available' };

let api;
let project;
let shownFiles = 0;

// Runs what a button does; a refusal is shown, not thrown.
const doing = action => async event => {
  event?.preventDefault();
  say('');
  try {
    await action(event);
  } catch (error) {
    complain(error);
  }
};

async function showProject() {
  project = byId('project').value;
  byId('files-section').hidden = true;
  byId('work').hidden = false;
  const detail = await api.project(project);
  byId('publish').hidden = false;
  byId('shares-title').textContent = `Shares of ${detail.name} (you are ${detail.role})`;
  await Promise.all([showShares(), showDatasets(), showSubscribers()]);
}

async function showShares() {
  const shown = project;
  const [own, available] = await Promise.all([api.shares(shown), api.availableShares(shown)]);
  if (shown !== project) return;
  const known = new Set(own.map(share => share.id));
  byId('shares').replaceChildren(table('Shares', [
    ['Name', share => [share.name, element('div', { class: 'note' }, share.description)]],
    ['Type', share => badge(types[share.shareType] ?? share.shareType)],
    ['Access', access],
    ['Selects', share => share.conditions.map(condition => `${condition.field} = ${condition.value}`).join(', ')],
    ['', shareButtons],
  ], [...own, ...available.filter(share => !known.has(share.id))], 'No shares yet: none published, none subscribed to, none offered.'));
}

function shareButtons(share) {
  if (share.shareType === 'PUBLISHER') return [];
  const subscribed = share.shareType === 'SUBSCRIBER';
  const words = subscribed ? 'Unsubscribe' : 'Subscribe';
  return [button(words, doing(async () => {
    await (subscribed ? api.unsubscribe(project, share.id) : api.subscribe(project, share.id));
    await Promise.all([showShares(), showDatasets()]);
    say(subscribed ? `Unsubscribed from ${share.name}.` : `Subscribed to ${share.name}; its datasets are in the list below.`);
  }), `${words} ${subscribed ? 'from' : 'to'} ${share.name}`)];
}

async function showDatasets() {
  const shown = project;
  const page = await api.datasets(shown);
  if (shown !== project) return;
  const rows = page.data;
  const draw = next => byId('datasets').replaceChildren(
    table('Datasets', [
      ['Name', dataset => [dataset.name, element('div', { class: 'note' }, dataset.description)]],
      ['Source', dataset => dataset.share ? [badge('shared'), ' ', dataset.share.name] : badge('own')],
      ['Tags', dataset => dataset.tags.map(tag => tag.value).join(', ')],
      ['Status', dataset => dataset.status],
      ['Size', dataset => size(dataset.totalSizeBytes)],
      ['', dataset => button('Files', doing(() => showFiles(dataset)), `Files of ${dataset.name}`)],
    ], rows, 'No datasets: register one, or subscribe to a share.'),
    ...next ? [button('More', doing(async () => {
      const more = await api.datasets(shown, next);
      if (shown !== project) return;
      rows.push(...more.data);
      draw(more.nextToken);
    }))] : []);
  draw(page.nextToken);
}

async function showSubscribers() {
  const others = (await api.discoverableProjects()).filter(other => other.id !== project);
  byId('publish-form').elements.subscriber.replaceChildren(...others.map(other => element('option', { value: other.id }, other.name)));
}

async function showFiles(dataset) {
  const asked = ++shownFiles;
  const shown = project;
  const { files, totalFiles } = await api.files(shown, dataset.id);
  if (asked !== shownFiles || shown !== project) return;
  byId('files-section').hidden = false;
  byId('files-title').textContent = `Files of ${dataset.name}`;
  byId('files').replaceChildren(
    ...dataset.isViewRestricted
      ? [element('p', { class: 'note' }, 'This share is analyze-only: its files are read by pipelines, and by nobody else.')] : [],
    ...totalFiles > files.length ? [element('p', { class: 'note' }, `The first ${files.length} of ${totalFiles}.`)] : [],
    table('Files', [
      ['Path', file => file.path],
      ['Size', file => size(file.size)],
      ['', file => button('Download', doing(() => download(shown, dataset, file)), `Download ${file.path}`)],
    ], files, 'No files.'));
  byId('files-title').focus();
}

async function download(shown, dataset, file) {
  const { urls: [signed] } = await api.presign(shown, dataset.id, file.path);
  const address = new URL(signed.url);
  if (!['http:', 'https:'].includes(address.protocol)) throw new Error('The API gave no address of the web.');
  element('a', { href: address.href, target: '_blank', rel: 'noopener noreferrer', download: '' }).click();
  say(`Downloading ${file.path} through a signed address, valid until ${new Date(signed.expiresAt).toLocaleTimeString()}.`);
}

async function publish(event) {
  const form = event.target;
  const fields = new FormData(form);
  await api.publish(project, {
    name: fields.get('name'),
    description: fields.get('description'),
    classificationIds: [],
    conditions: [{ field: 'TAG', value: fields.get('tag') }],
    sharedProjectIds: [fields.get('subscriber')],
    isViewRestricted: fields.has('isViewRestricted'),
  });
  form.reset();
  byId('publish').open = false;
  await showShares();
  say(`Published ${fields.get('name')}.`);
}

async function begin() {
  const token = await finishSignIn();
  if (!token) return;
  api = new Api(token);
  byId('who').textContent = `Signed in as ${claimsOf(token).username}`;
  byId('sign-in').textContent = 'Sign in as somebody else';
  const projects = await api.projects();
  byId('welcome').hidden = projects.length > 0;
  if (projects.length === 0) {
    byId('welcome').replaceChildren(element('p', {}, 'This person is a member of no project, so there is nothing to see.'));
    return;
  }

  byId('project').replaceChildren(...projects.map(mine => element('option', { value: mine.id }, mine.name)));
  byId('project-choice').hidden = false;
  await showProject();
}

byId('sign-in').addEventListener('click', doing(startSignIn));
byId('project').addEventListener('change', doing(showProject));
byId('refresh').addEventListener('click', doing(showProject));
byId('publish-form').addEventListener('submit', doing(publish));
doing(begin)();
