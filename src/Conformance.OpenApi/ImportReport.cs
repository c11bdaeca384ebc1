using System.Collections.Immutable;
using Conformance.Specification.Model;

namespace Conformance.OpenApi;

/// <summary>What was carried over from an OpenAPI document, and what was not.</summary>
/// <param name="Counts">How much of each kind there was, and how much of it was carried over; in a fixed order.</param>
/// <param name="Losses">What was not carried over, in the order of the document; equal ones are one entry.</param>
public sealed record ImportReport(ImmutableArray<ImportCount> Counts, ImmutableArray<ImportLoss> Losses)
{
    /// <summary>The count of a kind; none when the document has nothing of it.</summary>
    /// <param name="kind">For example <c>operations</c>.</param>
    public ImportCount Of(string kind) => Counts.FirstOrDefault(c => c.Kind == kind) ?? new ImportCount(kind, 0, 0);
}

/// <summary>How much of one kind was carried over.</summary>
/// <param name="Kind">For example <c>operations</c>.</param>
/// <param name="Found">How many the document has.</param>
/// <param name="Carried">How many of them the specification has.</param>
public sealed record ImportCount(string Kind, int Found, int Carried);

/// <summary>Something that was not carried over.</summary>
/// <param name="What">What it is, in the document's terms.</param>
/// <param name="Why">Why the specification does not have it.</param>
/// <param name="Count">How often.</param>
/// <param name="First">Where it stands first.</param>
public sealed record ImportLoss(string What, string Why, int Count, SourceLocation First);
