namespace Conformance.Execution;

/// <summary>The target cannot be opened as configured. The message is meant for the user as it stands.</summary>
public sealed class TargetConfigurationException : Exception
{
    /// <summary>An exception without a message.</summary>
    public TargetConfigurationException() { }

    /// <summary>An exception with what is wrong and how to fix it.</summary>
    /// <param name="message">For the user.</param>
    public TargetConfigurationException(string message)
        : base(message) { }

    /// <summary>An exception with what is wrong and what led to it.</summary>
    /// <param name="message">For the user.</param>
    /// <param name="innerException">What led to it.</param>
    public TargetConfigurationException(string message, Exception innerException)
        : base(message, innerException) { }
}
