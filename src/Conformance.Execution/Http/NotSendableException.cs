namespace Conformance.Execution.Http;

/// <summary>The way to the target cannot carry a request as it should be sent, which is nothing that the target does.</summary>
/// <param name="message">What cannot be carried.</param>
/// <param name="inner">What the way said.</param>
internal sealed class NotSendableException(string message, Exception inner) : Exception(message, inner);
