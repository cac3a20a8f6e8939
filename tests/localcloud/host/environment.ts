/** The SDK in the tests' own process takes it for a function's: it then asks no metadata service on the network. */
Object.assign(process.env, { TENCENTCLOUD_RUNENV: 'SCF', TENCENTCLOUD_REGION: 'ap-shanghai', SCF_NAMESPACE: 'local' });

export {};
