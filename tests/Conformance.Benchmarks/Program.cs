using System.Globalization;
using BenchmarkDotNet.Running;
using Conformance.Benchmarks;
using Conformance.Benchmarks.Comparison;
using Conformance.Benchmarks.Fuzzing;
using Conformance.Benchmarks.Scaling;
using Conformance.Benchmarks.Startup;

switch (args)
{
    case ["large"]:
        return LargeLint.Run();
    case ["fuzz", .. var options]:
        return FuzzCommand.Run(options);
    case ["scale"]:
        return ScalingCurves.Run();
    case ["compare", .. var options] when OperatingSystem.IsLinux():
        return await ComparisonRun.RunAsync(Number(options, 0, 20), Number(options, 1, 1));
    case ["long", .. var options] when OperatingSystem.IsLinux():
        return await LongRun.RunAsync(Number(options, 0, 5000));
    case ["startup-profile"] when OperatingSystem.IsLinux():
        return await StartupProfile.MakeAsync();
    // The processes that these start.
    case ["startup-profile", "here"] when OperatingSystem.IsLinux():
        return await StartupProfile.RecordAsync();
    case ["range-target"]:
        await RangeTarget.RunAsync();
        return 0;
    case ["target", var archive]:
        await ReplayTarget.RunAsync(archive);
        return 0;
    case ["bare", var archive, var baseUrl, var concurrency, var rounds]:
        return await BareClient.RunAsync(
            archive,
            new Uri(baseUrl),
            Number([concurrency], 0, 1),
            Number([rounds], 0, 1)
        );
    default:
        BenchmarkSwitcher.FromAssembly(typeof(PipelineBenchmarks).Assembly).Run(args);
        return 0;
}

static int Number(string[] texts, int index, int otherwise) =>
    texts.Length > index ? int.Parse(texts[index], CultureInfo.InvariantCulture) : otherwise;
