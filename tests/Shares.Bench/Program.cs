using Shares.Bench.ColdStart;

// bash tests/bench.sh builds both programs in Release and runs this.
await ColdStartTable.PrintAsync();
