@"%~dp0..\node\node.exe" "%~dp0..\bulletin\bin\bulletin.js" %*
