using Conformance.Specification.Model;

namespace Conformance.Scenarios.Inventory;

/// <summary>The answers that a requirement speaks of.</summary>
/// <param name="OperationId">The operation that answers; null for any.</param>
/// <param name="FromStatus">The least status.</param>
/// <param name="ToStatus">The greatest status.</param>
/// <param name="ErrorCode">The error code that is due; null for any answer.</param>
public sealed record AnswersOf(string? OperationId, int FromStatus, int ToStatus, string? ErrorCode = null)
{
    /// <summary>Every answer.</summary>
    public static AnswersOf Any { get; } = new(null, 100, 599);

    /// <summary>Every answer that is an error.</summary>
    public static AnswersOf Errors { get; } = new(null, 400, 599);

    /// <summary>Every answer of an operation.</summary>
    /// <param name="endpoint">The operation.</param>
    public static AnswersOf Operation(Endpoint endpoint) => new(endpoint.OperationId.Value, 100, 599);

    /// <summary>The answers of an operation with one status.</summary>
    /// <param name="endpoint">The operation; null for any.</param>
    /// <param name="status">HTTP status.</param>
    public static AnswersOf Status(Endpoint? endpoint, int status) => new(endpoint?.OperationId.Value, status, status);

    /// <summary>The refusals of an operation that are the caller's fault.</summary>
    /// <param name="endpoint">The operation.</param>
    public static AnswersOf ClientFault(Endpoint endpoint) => new(endpoint.OperationId.Value, 400, 499);

    /// <summary>Whether an answer that is due is one of them.</summary>
    internal bool Include(DueAnswer due) =>
        (OperationId is null || OperationId == due.OperationId)
        && due.Status >= FromStatus
        && due.Status <= ToStatus
        && (ErrorCode is null || ErrorCode == due.ErrorCode);
}
