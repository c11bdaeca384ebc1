namespace Conformance.Scenarios.Filtering;

/// <summary>A filter, or what is wrong with its text; exactly one of both.</summary>
/// <param name="Filter">The filter.</param>
/// <param name="Error">What is wrong.</param>
public sealed record CaseFilterResult(CaseFilter? Filter, CaseFilterError? Error);

/// <summary>What is wrong with the text of a filter.</summary>
/// <param name="Message">What is wrong, in a sentence.</param>
/// <param name="Column">1-based column in the text.</param>
/// <param name="Expected">What can stand there.</param>
public sealed record CaseFilterError(string Message, int Column, string Expected)
{
    /// <inheritdoc />
    public override string ToString() =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"column {Column}: {Message} Expected {Expected}."
        );
}
