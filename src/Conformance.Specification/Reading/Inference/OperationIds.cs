namespace Conformance.Specification.Reading.Inference;

/// <summary>The identifier of an operation that has none: method and path, <c>post-api-v1-orders</c>.</summary>
internal static class OperationIds
{
    public static string Of(string method, string path)
    {
        var words = path.Split(['/', '{', '}', '.', '?', '#', ' '], StringSplitOptions.RemoveEmptyEntries);
        return string.Join('-', [method.ToLowerInvariant(), .. words]);
    }
}
