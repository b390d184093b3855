import { Typography } from '@mui/material';
import { useEffect, useRef } from 'react';
import { NavigationType, useNavigationType } from 'react-router';

let isFirstPage = true;

/** The heading of a page. A new page takes the focus here, so that a reader of screens hears where it is. */
export function PageTitle({ children }: { children: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const navigation = useNavigationType();

  useEffect(() => {
    document.title = `${children} - Shares`;
  }, [children]);

  useEffect(() => {
    // Going back, the browser restores where the reader was; on the first page, focus stays at the start of the document.
    if (!isFirstPage && navigation !== NavigationType.Pop) heading.current?.focus();
    isFirstPage = false;
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for each page
  }, []);

  return (
    <Typography variant="h1" ref={heading} tabIndex={-1} dir="auto" sx={{ outline: 'none', overflowWrap: 'anywhere' }}>
      {children}
    </Typography>
  );
}
