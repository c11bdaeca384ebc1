namespace Conformance.Specification.Reading.Inference;

/// <summary>Names by which error formats call their parts, the source text's own first.</summary>
internal static class ErrorRoleNames
{
    public static IReadOnlyList<string> Code { get; } = ["error_code", "code", "error.code"];

    public static IReadOnlyList<string> Message { get; } = ["message", "error_message", "error.message"];

    public static IReadOnlyList<string> Details { get; } = ["details", "errors", "error.details"];

    public static IReadOnlyList<string> RequestId { get; } = ["request_id", "trace_id", "error.request_id"];

    public static IReadOnlyList<string> Timestamp { get; } = ["timestamp", "error.timestamp"];

    public static IReadOnlyList<string> DetailField { get; } = ["field", "path", "pointer", "name"];

    public static IReadOnlyList<string> DetailMessage { get; } = ["error", "message", "reason", "detail"];
}
