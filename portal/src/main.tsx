import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { BeforeSignIn } from './auth/BeforeSignIn';
import { Issuer } from './auth/issuer';
import { finishSignIn, isReturn, passOnReturn, signIn } from './auth/signIn';
import { loadConfig } from './config';
import { Providers } from './Providers';

const root = createRoot(document.getElementById('root') ?? document.body);

const show = (content: React.ReactNode) => {
  root.render(
    <StrictMode>
      <Providers>{content}</Providers>
    </StrictMode>,
  );
};

async function start(): Promise<void> {
  if (isReturn() && passOnReturn()) {
    show(<BeforeSignIn title="You are signed in" text="You can close this window and go on in the other one." />);
    return;
  }
  if (location.pathname === '/signed-out') {
    show(
      <BeforeSignIn
        title="You have signed out"
        text="Nothing of your session is left in this browser."
        action="Sign in"
      />,
    );
    return;
  }
  const issuer = new Issuer(await loadConfig());
  if (!isReturn()) await signIn(issuer, location.pathname + location.search);
  await finishSignIn(issuer);
  show(<App />);
}

start().catch((error: unknown) => {
  const text = error instanceof Error ? error.message : 'The sign-in did not come back as it should.';
  show(<BeforeSignIn title="Signing in did not work" text={text} action="Try again" />);
});
