using NUnit.Framework;

// Fixtures that may run beside others mostly wait: for other processes, for pauses of clients, for attempts.
[assembly: LevelOfParallelism(3)]
