using BenchmarkDotNet.Running;
using Conformance.Benchmarks;

if (args is ["large"])
{
    return LargeLint.Run();
}

BenchmarkSwitcher.FromAssembly(typeof(PipelineBenchmarks).Assembly).Run(args);
return 0;
