namespace Conformance.Execution.Http;

/// <summary>An answer does not say clearly where it ends. Never leaves this project.</summary>
/// <param name="what">What the target did, as in "announced different lengths".</param>
internal sealed class BrokenFramingException(string what) : Exception(what);
