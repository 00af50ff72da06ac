// expect: none
// stdout: BA7816BF
// stdout: True

using System.Diagnostics;
using System.Security.Cryptography;

byte[] text = "abc"u8.ToArray();
Console.WriteLine(Convert.ToHexString(SHA256.HashData(text))[..8]);
await Task.Delay(10);
Console.WriteLine(Process.GetCurrentProcess().Id > 0);
