import { defineContentScript } from 'wxt/utils/define-content-script';
import { startOnlyLifetime } from '../../src/extension/lifetime.ts';
import { startAnnotator } from './annotator.ts';
import './style.css';

export default defineContentScript({
  matches: ['http://*/*', 'https://*/*'],
  allFrames: true,
  matchAboutBlank: true,
  matchOriginAsFallback: true,
  runAt: 'document_end',
  main: () => {
    const lifetime = startOnlyLifetime();
    if (lifetime) void startAnnotator(lifetime);
  },
});
