namespace Conformance.Scenarios.Payloads;

/// <summary>How much of what is optional a valid payload has.</summary>
internal enum PayloadShape
{
    /// <summary>Every field.</summary>
    Full,

    /// <summary>The required fields only.</summary>
    Minimal,
}
