/** Ten side by side: enough to hide the network, few enough for one instance. One that fails is logged and left for the next ring. */
export async function inTens<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  for (let i = 0; i < items.length; i += 10)
    await Promise.all(
      items
        .slice(i, i + 10)
        .map(item => work(item).catch(error => console.error(JSON.stringify({ safety: String(error).slice(0, 300) })))),
    );
}
