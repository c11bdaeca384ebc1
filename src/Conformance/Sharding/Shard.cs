using System.Globalization;

namespace Conformance.Sharding;

/// <summary>One of the parts that a run is cut into, so that several machines share it.</summary>
/// <param name="Number">Which part, from 1.</param>
/// <param name="Of">How many parts there are.</param>
public sealed record Shard(int Number, int Of)
{
    /// <summary>The greatest number of parts.</summary>
    public const int Most = 1000;

    /// <summary>What is accepted, for messages.</summary>
    public const string Forms =
        "I/N such as 2/4, auto, or auto/N where the build server does not tell how many there are";

    /// <summary>Reads <c>2/4</c>, or what a build server says of itself for <c>auto</c> and <c>auto/4</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="variables">The process environment.</param>
    public static Attempt<Shard> Parse(string text, IReadOnlyDictionary<string, string> variables)
    {
        var parts = text.Split('/');
        if (parts[0].Equals("auto", StringComparison.OrdinalIgnoreCase))
        {
            return parts.Length > 2 || (parts.Length == 2 && NumberIn(parts[1]) is null)
                ? Unreadable(text)
                : ShardVariables.Find(parts.Length == 2 ? NumberIn(parts[1]) : null, variables);
        }

        return parts.Length == 2 && NumberIn(parts[0]) is { } number && NumberIn(parts[1]) is { } of
            ? Make(number, of, $"'{text}'")
            : Unreadable(text);
    }

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}/{Of}");

    /// <summary>A shard, if the numbers make one.</summary>
    /// <param name="number">Which part.</param>
    /// <param name="of">How many parts.</param>
    /// <param name="source">Who says so, for the message.</param>
    internal static Attempt<Shard> Make(int number, int of, string source) =>
        of is < 1 or > Most || number < 1 || number > of
            ? Refusal.Configuration(
                $"{source} names part {number} of {of}: parts are counted from 1.",
                $"Expected {Forms}."
            )
            : new Shard(number, of);

    /// <summary>A whole number; null when the text is none.</summary>
    internal static int? NumberIn(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static Refusal Unreadable(string text) =>
        Refusal.Configuration($"'{text}' names no part of a run.", $"Expected {Forms}.");
}
