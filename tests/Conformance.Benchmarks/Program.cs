using BenchmarkDotNet.Running;
using Conformance.Benchmarks;
using Conformance.Benchmarks.Fuzzing;

if (args is ["fuzz", .. var options])
{
    return FuzzCommand.Run(options);
}

if (args is ["large"])
{
    return LargeLint.Run();
}

BenchmarkSwitcher.FromAssembly(typeof(PipelineBenchmarks).Assembly).Run(args);
return 0;
