// Without the theme's own fonts: the system's are good, and nothing is to be fetched for them.
export { default } from 'vitepress/theme-without-fonts';

import './style.css';
