import { chromium } from '@playwright/test';
import { browserArguments, findBrowser } from './browser.ts';
import type { Sheet } from './cv-corpus-page.ts';

export interface Printer {
  print(sheet: Sheet): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** A browser that prints pages to PDF on A4 paper, started once for many. Throws where there is no browser. */
export async function openPrinter(): Promise<Printer> {
  const { executablePath, env } = await findBrowser();
  const browser = await chromium.launch({ executablePath, args: browserArguments, env: { ...process.env, ...env } });
  const page = await browser.newPage({ javaScriptEnabled: false });
  return {
    async print({ html, header, footer }) {
      await page.setContent(html);
      const printed = await page.pdf({
        format: 'A4',
        margin: { top: '18mm', bottom: '18mm', left: '15mm', right: '15mm' },
        displayHeaderFooter: header !== '' || footer !== '',
        headerTemplate: header || '<span></span>',
        footerTemplate: footer || '<span></span>',
      });
      return new Uint8Array(printed);
    },
    close: () => browser.close(),
  };
}
