using System.Text.Json.Serialization;

namespace Conformance.SampleProvider;

/// <summary>A book that somebody has taken home.</summary>
internal sealed record Loan(
    [property: JsonPropertyName("loan_id")] Guid Id,
    [property: JsonPropertyName("isbn")] string Isbn,
    [property: JsonPropertyName("days")] int Days,
    [property: JsonPropertyName("due_on")] DateOnly DueOn
);
