namespace Conformance.Benchmarks.Fuzzing;

/// <summary>A reader of files that strangers write.</summary>
/// <param name="Name">What the command line calls it.</param>
/// <param name="Extension">How its files end.</param>
/// <param name="Seeds">Honest files, which mutations start from.</param>
/// <param name="Read">Reads a file as the tool does and names what it saw, or throws: that is a finding.</param>
internal sealed record FuzzTarget(
    string Name,
    string Extension,
    IReadOnlyList<string> Seeds,
    Func<string, IEnumerable<string>> Read
);

/// <summary>A reader broke a promise without an exception of its own.</summary>
internal sealed class BrokenPromise(string message) : Exception(message);
