/** Worth is reckoned in 1e-27 of a wei, so that reckoning itself loses nothing that counts. */
export const RAY = 10n ** 27n;
